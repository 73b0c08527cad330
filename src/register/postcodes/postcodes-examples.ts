const reference = { register: 'BAG', edition: '2026-11-08' };

/** Answers from the sample register. */
export const postcodeExamples = {
  inUse: {
    summary: 'One street, one side of it',
    value: {
      postcode: '8951AB',
      cities: ['Zilverwaard'],
      streets: [
        {
          street: 'Kerkstraat',
          city: 'Zilverwaard',
          houseNumbers: [{ first: 2, last: 40, step: 2 }],
          addressCount: 20,
          position: { latitude: 52.64012, longitude: 5.20431 },
        },
      ],
      addressCount: 20,
      position: { latitude: 52.64012, longitude: 5.20431 },
      formerly: [],
      reference,
    },
  },
};

const problem = {
  type: '/docs/problems/not-found',
  title: 'There is nothing here',
  status: 404,
  requestId: 'req_01JD0000000000000000000000',
};

export const notFoundExamples = {
  former: {
    summary: 'A postcode that is no longer in use',
    value: {
      ...problem,
      detail: '8956 ZZ is no longer in use. What lay there now has: 8956 MP (Marktplein, Zilverwaard).',
      formerly: [{ street: 'Marktplein', city: 'Zilverwaard', postcode: '8956MP' }],
      nearestPostcodes: ['8956MP'],
      districtCities: ['Zilverwaard'],
    },
  },
};
