import { create } from 'qrcode';

/** Light cells around it, as its standard asks. */
const BORDER = 4;

/** A text as a QR code that a camera reads: dark on light, also where the page is dark. */
export function Qr({ text, label }: { text: string; label: string }) {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const cells = Array.from(modules.data, (isDark, at) => ({
    isDark,
    x: at % modules.size,
    y: Math.floor(at / modules.size),
  }));
  const dark = cells.filter(({ isDark }) => isDark !== 0);
  const path = dark.map(({ x, y }) => `M${x + BORDER} ${y + BORDER}h1v1h-1z`).join('');
  const side = modules.size + 2 * BORDER;
  return (
    <svg class="qr" role="img" aria-label={label} viewBox={`0 0 ${side} ${side}`}>
      <path fill="#fff" d={`M0 0h${side}v${side}h-${side}z`} />
      <path fill="#000" d={path} shape-rendering="crispEdges" />
    </svg>
  );
}
