const mappedIpv4 = /^::ffff:(?=\d+\.)/i;

/** Who a network address stands for: one IPv4 address, or the /64 of IPv6 that one household or server has whole. */
export function networkOf(address: string): string {
  const plain = address.replace(mappedIpv4, '');
  if (!plain.includes(':')) return plain;
  const [before = '', after] = plain.split('%', 1).join('').toLowerCase().split('::');
  const start = before === '' ? [] : before.split(':');
  const end = after === undefined || after === '' ? [] : after.split(':');
  const zeros = after === undefined ? [] : Array.from({ length: 8 - start.length - end.length }, () => '0');
  return [...start, ...zeros, ...end].slice(0, 4).join(':');
}
