import { ALERT_KINDS } from '../../src/routes/alerts/alert';
import { DEVICE_EFFECTS } from '../../src/routes/devices/device-event';
import { deviceEventsRequest } from '../../src/routes/devices/device-events-schemas';
import { CHANGE_KINDS } from '../../src/routes/route-change';
import { textOf } from '../support/documents';

const page = textOf('docs/routes-feed.md');

/** The words in the first column of the table of a section that has this heading. */
function wordsBeside(heading: string, section: string): string[] {
  const [, text = ''] = page.split(`## ${section}\n`);
  const lines = (text.split('\n## ')[0] ?? '').split('\n');
  const rows = lines.slice(lines.findIndex((line) => line.startsWith(`| ${heading} `)) + 2);
  const end = rows.findIndex((row) => !row.startsWith('|'));
  return rows.slice(0, end < 0 ? rows.length : end).flatMap((row) => {
    const first = row.split('|')[1] ?? '';
    return Array.from(first.matchAll(/`(\w+)`/g), ([, word = '']) => word);
  });
}

describe('docs/routes-feed.md', () => {
  it('explains every kind of entry, effect and alert', () => {
    expect(wordsBeside('kind', 'The feed').sort()).toEqual([...CHANGE_KINDS].sort());
    expect(wordsBeside('`effect`', 'What a device reports').sort()).toEqual([...DEVICE_EFFECTS].sort());
    expect(wordsBeside('kind', 'Alerts').sort()).toEqual([...ALERT_KINDS].sort());
  });

  it('explains everything that a device can report', () => {
    const kinds = deviceEventsRequest.shape.events.element.options.map(({ shape }) => shape.kind.value);
    expect(wordsBeside('kind', 'What a device reports').sort()).toEqual([...kinds].sort());
  });
});
