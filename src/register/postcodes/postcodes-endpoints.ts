import { endpoint, type Endpoint } from '../../http/endpoint';
import { Problem } from '../../http/problem';
import { describePostcode, type PostcodeDescription } from './describe-postcode';
import { countPostcodes, type Enumeration } from '../../http/enumeration';
import { formatPostcode } from '../names/postcode';
import { notFoundExamples, postcodeExamples } from './postcodes-examples';
import { postcodeNotFound, postcodeParams, postcodeResponse } from './postcodes-schemas';
import { whyNotThere } from './postcodes-words';
import type { Register } from '../edition/register';

export interface PostcodesDependencies {
  register: { current: () => Register };
  enumeration: Enumeration;
}

/** What the register knows of a postcode. */
export function postcodesEndpoints(dependencies: PostcodesDependencies): Endpoint[] {
  return [
    endpoint({
      method: 'get',
      path: '/v1/postcodes/{postcode}',
      operationId: 'getPostcode',
      summary: 'The streets and house numbers of a postcode',
      description:
        'A postcode alone is no personal data, so it may stand in a URL; an address never does. A postcode that is no ' +
        'longer or not yet in use gets 404 with where its addresses lie now, or what is near it.',
      tags: ['register'],
      scopes: ['register'],
      request: { params: postcodeParams },
      responses: {
        200: { description: 'It is in use', schema: postcodeResponse, examples: postcodeExamples },
        404: {
          description: 'It is not in use, and what may be meant',
          schema: postcodeNotFound,
          contentType: 'application/problem+json',
          examples: notFoundExamples,
        },
      },
      handle: ({ params: { postcode } }, context) => {
        countPostcodes(dependencies.enumeration, context, [formatPostcode(postcode)]);
        const register = dependencies.register.current();
        const described = describePostcode(register, postcode);
        if (described.streets.length === 0) throw notInUse(described);
        return shown(described, register.info.edition);
      },
    }),
  ];
}

function shown(described: PostcodeDescription, edition: string) {
  const { postcode, streets, position } = described;
  return {
    postcode,
    cities: [...new Set(streets.map(({ city }) => city))],
    streets: streets.map((street) => ({ ...street, houseNumbers: [...street.houseNumbers] })),
    addressCount: streets.reduce((sum, { addressCount }) => sum + addressCount, 0),
    position,
    formerly: formerly(described),
    reference: { register: 'BAG' as const, edition },
  };
}

function notInUse(described: PostcodeDescription): Problem {
  const { nearestPostcodes, districtCities } = described;
  return new Problem('not-found', {
    detail: whyNotThere(described),
    extensions: { formerly: formerly(described), nearestPostcodes, districtCities },
  });
}

function formerly(described: PostcodeDescription) {
  return described.formerly.map(({ street, place, postcode }) => ({ street, city: place, postcode }));
}
