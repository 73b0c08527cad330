export const instructionExample = {
  id: 'ins_01KA2J6W3Z5Y8Q7R9S0T1V2W3X',
  kind: 'redirect',
  state: 'pushed',
  text: 'Verhuisd: bezorg op Lindelaan 12',
  answer: null,
  reason: null,
  shipmentId: 'snd_01KA2J6W3Z5Y8Q7R9S0T1V2W3X',
  stopId: 'stp_01KA2J6W3Z5Y8Q7R9S0T1V2W3X',
  pushedAt: '2026-11-26T08:51:00.000Z',
  receivedAt: null,
  answeredAt: null,
};

export const questionExample = {
  ...instructionExample,
  kind: 'question',
  text: 'Kun je nog vóór 14:30 langs?',
  shipmentId: null,
  stopId: null,
};
