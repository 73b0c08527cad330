/** An element with its content as it stands; '' where there is no content. */
export function element(name: string, content: string, attributes = ''): string {
  return content === '' ? '' : `<${name}${attributes}>${content}</${name}>`;
}

/** Text as Kadaster writes it: whatever is not ASCII as a character reference. */
export function text(content: string | number | undefined): string {
  return String(content ?? '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replace(/[^\x20-\x7e]/gu, (character) => `&#x${(character.codePointAt(0) ?? 0).toString(16)};`);
}

/** The attribute that says of what kind an identification is. */
export function domain(type: string): string {
  return ` domein="NL.IMBAG.${type}"`;
}
