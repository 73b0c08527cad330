/** What shoppers type, on the sample register. */
export const requestExamples = {
  line: {
    summary: 'A street and number, and the beginning of the city',
    value: { text: 'kerkstraat 12 zilv' },
  },
  postcode: { summary: 'A postcode and number', value: { text: '8953HK 7' } },
  street: {
    summary: 'The beginning of a street, where the city is known',
    value: { text: 'linde', city: 'Zilverwaard', limit: 5 },
  },
};

const reference = { register: 'BAG', edition: '2026-11-08' };

export const responseExamples = {
  complete: {
    summary: 'A complete address',
    value: {
      suggestions: [
        {
          display: { title: 'Kerkstraat 12', subtitle: '8951 AB Zilverwaard' },
          address: {
            street: 'Kerkstraat',
            houseNumber: 12,
            houseNumberAddition: null,
            postcode: '8951AB',
            city: 'Zilverwaard',
            country: 'NL',
          },
          missing: null,
        },
      ],
      reference,
    },
  },
  unfinished: {
    summary: 'The house number is still to be typed',
    value: {
      suggestions: [
        {
          display: { title: 'Lindelaan', subtitle: 'Zilverwaard' },
          address: {
            street: 'Lindelaan',
            houseNumber: null,
            houseNumberAddition: null,
            postcode: null,
            city: 'Zilverwaard',
            country: 'NL',
          },
          missing: 'houseNumber',
        },
      ],
      reference,
    },
  },
};
