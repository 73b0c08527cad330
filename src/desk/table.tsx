import type { ComponentChildren } from 'preact';

interface TableProps {
  /** What it is a table of. */
  label: string;
  heads: readonly string[];
  children: ComponentChildren;
}

/** A table that becomes a list of cards on a phone. The roles stay what they are where its looks are no table's. */
export function Table({ label, heads, children }: TableProps) {
  return (
    <table class="cards" role="table" aria-label={label}>
      <thead role="rowgroup">
        <tr role="row">
          {heads.map((head) => (
            <th scope="col" role="columnheader">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">{children}</tbody>
    </table>
  );
}

export function Row({ children }: { children: ComponentChildren }) {
  return <tr role="row">{children}</tr>;
}

/** One cell, with the head of its column for where there is no room for heads. */
export function Cell({ head, children }: { head: string; children: ComponentChildren }) {
  return (
    <td role="cell" data-head={head}>
      <div>{children}</div>
    </td>
  );
}
