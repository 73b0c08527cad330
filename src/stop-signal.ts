/** Runs `stop` on the first SIGTERM or SIGINT and then ends the process; a second signal ends it at once. */
export function onStopSignal(stop: (signal: NodeJS.Signals) => Promise<void>): void {
  let stopping = false;
  const receive = (signal: NodeJS.Signals) => {
    if (stopping) process.exit(1);
    stopping = true;
    stop(signal).then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGTERM', receive);
  process.on('SIGINT', receive);
}
