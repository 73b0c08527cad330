const address = { street: 'Lindelaan', houseNumber: 12, postcode: '8962KL', city: 'Zilverwaard' };

/** One line each; a real batch has many. */
export const batchExamples = {
  line: { summary: 'One line of a batch', value: { address } },
  asTyped: {
    summary: 'A line with street and number in one',
    value: { address: { addressLine: 'Lindeln. 12', postcode: '8962KL' } },
  },
};

export const batchResponses = {
  check: {
    summary: 'A line that was judged',
    value: {
      line: 1,
      check: {
        id: 'chk_01KA2J6W3Z5Y8Q7R9S0T1V2W3X',
        verdict: 'accept',
        status: 'verified',
        address: { ...address, houseNumberAddition: null, country: 'NL' },
        reasons: [],
        diagnosis: { kind: 'none', stale: [], confidence: 'high', evidence: [] },
        candidates: [],
        reference: { register: 'BAG', edition: '2026-11-08' },
        previousCheckId: null,
      },
    },
  },
  problem: {
    summary: 'A line that could not be read',
    value: {
      line: 2,
      problem: {
        type: '/docs/problems/malformed-json',
        title: 'This is not valid JSON',
        status: 400,
        detail: 'Mistake at column 12 of this line.',
        requestId: 'req_01KA2J6W3Z5Y8Q7R9S0T1V2W3X',
      },
    },
  },
};
