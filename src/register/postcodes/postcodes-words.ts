import type { PostcodeDescription } from './describe-postcode';

const MOST_NAMED = 4;

/** "8951AB" as people write it: "8951 AB". */
export function spacedPostcode(postcode: string): string {
  return `${postcode.slice(0, 4)} ${postcode.slice(4)}`;
}

/** Why a postcode is not there, and what may be meant, for people. */
export function whyNotThere(described: PostcodeDescription): { nl: string; en: string } {
  if (described.formerly.length > 0) return noLonger(described);
  return described.districtCities.length > 0 ? notInDistrict(described) : nowhere(described);
}

function noLonger({ postcode, formerly }: PostcodeDescription): { nl: string; en: string } {
  const now = (none: string) =>
    formerly
      .slice(0, MOST_NAMED)
      .map((one) => `${one.postcode ? spacedPostcode(one.postcode) : none} (${one.street}, ${one.place})`)
      .join(', ');
  return {
    nl: `${spacedPostcode(postcode)} is vervallen. Wat er lag heeft nu: ${now('geen postcode')}.`,
    en: `${spacedPostcode(postcode)} is no longer in use. What lay there now has: ${now('no postcode')}.`,
  };
}

function notInDistrict({ postcode, districtCities, nearestPostcodes }: PostcodeDescription) {
  const cities = districtCities.slice(0, MOST_NAMED).join(', ');
  const near = nearestPostcodes.map(spacedPostcode).join(', ');
  const digits = postcode.slice(0, 4);
  return {
    nl:
      `${spacedPostcode(postcode)} staat niet in het register; ${digits} ligt in ${cities}. Dichtbij zijn: ${near}. ` +
      'Een postcode van nieuwbouw komt er soms pas later in.',
    en:
      `${spacedPostcode(postcode)} is not in the register; ${digits} lies in ${cities}. Near it are: ${near}. ` +
      'A postcode of new houses sometimes comes into it later.',
  };
}

function nowhere({ postcode }: PostcodeDescription): { nl: string; en: string } {
  const digits = postcode.slice(0, 4);
  return {
    nl: `${spacedPostcode(postcode)} staat niet in het register, en geen andere postcode begint met ${digits}.`,
    en: `${spacedPostcode(postcode)} is not in the register, and no other postcode begins with ${digits}.`,
  };
}
