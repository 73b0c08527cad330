// Bundles the driver's page for browsers into the build; with --print, as JSON to standard output, for a service that was not
// built.
import { build } from 'esbuild';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../', import.meta.url));
const source = (name) => `src/routes/driver/${name}`;

const { outputFiles } = await build({
  absWorkingDir: folder,
  entryPoints: [
    { in: source('main.ts'), out: 'driver' },
    { in: source('driver.css'), out: 'driver' },
    { in: source('service-worker.ts'), out: 'service-worker' },
    { in: source('icon.svg'), out: 'icon' },
  ],
  loader: { '.svg': 'copy' },
  bundle: true,
  minify: true,
  format: 'iife',
  target: 'es2022',
  // The licences of what is bundled go with it.
  legalComments: 'eof',
  outdir: 'dist/assets/driver',
  write: !process.argv.includes('--print'),
});

if (outputFiles) {
  const texts = outputFiles.map(({ path, text }) => [path.split(/[\\/]/).at(-1), text]);
  process.stdout.write(JSON.stringify(Object.fromEntries(texts)));
}
