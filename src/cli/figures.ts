const units = ['bytes', 'KB', 'MB', 'GB'];

/** "21.2 MB"; a KB is 1,000 bytes. */
export function inBytes(bytes: number): string {
  const power = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(bytes, 1)) / 3));
  const amount = bytes / 1_000 ** power;
  return `${power === 0 ? String(amount) : amount.toFixed(1)} ${units[power] ?? ''}`;
}

/** "8,011,505" */
export function inThousands(count: number): string {
  return count.toLocaleString('en-US');
}

/** "9.7 s", "3 min 20 s" */
export function inTime(milliseconds: number): string {
  const seconds = milliseconds / 1_000;
  if (seconds < 60) return `${seconds.toFixed(1)} s`;
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}
