/** An event of a stream, as the HTML standard has it. */
export interface StreamEvent {
  id: string;
  event: string;
  data: string;
}

/** What is left of what came, until more does. */
interface Rest {
  line: string;
  /** A line feed that comes first belongs to the carriage return before it. */
  afterReturn: boolean;
  id: string;
  event: string;
  data: readonly string[];
}

const nothing: Rest = { line: '', afterReturn: false, id: '', event: '', data: [] };

/** Reads server-sent events from text that comes in pieces, cut anywhere: EventSource cannot send a token. */
export function eventStreamReader(): (text: string) => StreamEvent[] {
  let rest = nothing;
  let isFirst = true;
  return (text) => {
    const piece = isFirst && text.startsWith('\uFEFF') ? text.slice(1) : text;
    isFirst &&= text === '';
    const events: StreamEvent[] = [];
    for (const line of linesOf(piece)) rest = afterLine(rest, line, events);
    return events;
  };

  /** The lines that end here; what comes after them stays in `rest`. */
  function linesOf(text: string): string[] {
    const fresh = rest.afterReturn && text.startsWith('\n') ? text.slice(1) : text;
    if (text === '') return [];
    const lines = `${rest.line}${fresh}`.split(/\r\n|\r|\n/);
    rest = { ...rest, line: lines.pop() ?? '', afterReturn: text.endsWith('\r') };
    return lines;
  }
}

function afterLine(rest: Rest, line: string, events: StreamEvent[]): Rest {
  if (line === '') return afterBlank(rest, events);
  const [, field = '', value = ''] = /^([^:]*)(?:: ?)?([^]*)$/.exec(line) ?? [];
  if (field === 'data') return { ...rest, data: [...rest.data, value] };
  if (field === 'event') return { ...rest, event: value };
  if (field === 'id' && !value.includes('\0')) return { ...rest, id: value };
  return rest;
}

function afterBlank(rest: Rest, events: StreamEvent[]): Rest {
  if (rest.data.length > 0)
    events.push({ id: rest.id, event: rest.event || 'message', data: rest.data.join('\n') });
  return { ...rest, event: '', data: [] };
}
