/** A page of a list, and the id behind which the next begins; null where there is none. */
export interface PageOfList<Item> {
  items: Item[];
  nextCursor: string | null;
}

/** The first `limit` of a list that was read one further: whether there is more is known without counting all. */
export function pageOfList<Item extends { id: string }>(
  found: readonly Item[],
  limit: number,
): PageOfList<Item> {
  const items = found.slice(0, limit);
  return { items, nextCursor: found.length > limit ? (items.at(-1)?.id ?? null) : null };
}
