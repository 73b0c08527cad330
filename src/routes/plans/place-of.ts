import type { Register } from '../../register/edition/register';
import { parsePostcode } from '../../register/names/postcode';
import type { PlaceOf } from './planned-stops';

/** Where addresses are, by the register in use: the middle of the street's part under the postcode. */
export function createPlaceOf(current: () => Register): PlaceOf {
  return ({ street, postcode, houseNumber }) => {
    const code = postcode === null ? null : parsePostcode(postcode);
    if (code === null) return null;
    const register = current();
    const segment = register
      .segmentsAt(code)
      .find(
        (one) =>
          register.streetName(register.streetOf(one)) === street && register.hasNumber(one, houseNumber),
      );
    const position = segment === undefined ? null : register.positionOf(segment);
    return position === null ? null : { lat: position.latitude, lon: position.longitude };
  };
}
