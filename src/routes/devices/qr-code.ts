import { toString } from 'qrcode';

/** A text as a QR code, in SVG. */
export function qrOf(text: string): Promise<string> {
  return toString(text, { type: 'svg' });
}
