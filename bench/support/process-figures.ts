import { readFileSync } from 'node:fs';

/** Of Linux, whatever the machine. */
const TICKS_PER_SECOND = 100;

/** What a process holds in memory, in MB. */
export function residentMb(pid: number): number {
  const [, kilobytes = ''] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) / 1024;
}

/** What a process has spent of processors so far, in seconds. */
export function cpuSeconds(pid: number): number {
  // The name stands in brackets, and may hold anything.
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
}
