/** Letter and toevoeging of the register as one addition: "A" and "3" → "A-3". */
export function joinAddition(letter: string, suffix: string): string {
  return letter !== '' && suffix !== '' ? `${letter}-${suffix}` : letter + suffix;
}
