import { inColumns } from '../../src/cli/columns';

describe('a table', () => {
  it('is printed without what would move the cursor, and lines up all the same', () => {
    expect(
      inColumns([
        ['A\u001b[2J', 'B'],
        ['long name\n', 'C\u009b'],
      ]),
    ).toBe('A[2J       B\nlong name  C');
  });
});
