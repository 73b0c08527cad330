import { SaxesParser } from 'saxes';

/**
 * The date (StandTechnischeDatum) in a Leveringsdocument, or null where it tells none. Throws an Error that names the
 * document where it is not well-formed.
 */
export function readDeliveryDate(name: string, xml: string): string | null {
  const parser = new SaxesParser();
  let date: string | null = null;
  let text = '';
  parser.on('text', (part) => {
    text += part;
  });
  parser.on('opentag', () => {
    text = '';
  });
  parser.on('closetag', (tag) => {
    if (tag.name.endsWith('StandTechnischeDatum')) date = text.trim();
  });
  try {
    parser.write(xml).close();
  } catch (error) {
    throw new Error(`${name}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
  return date;
}
