import type { Access } from './access';
import type { Box } from './box';
import type { FeedChange } from './contract';
import { withCopy } from './model';
import { beforeFeed, withChanges, withRoute, type RouteCopy } from './route-copy';
import { fetchChanges, fetchRoute } from './service';

/** Brings the copy to where the feed is: one request, for a device that was away. */
export async function catchUp(box: Box, access: Access): Promise<void> {
  if (box.get().kept.copy === null) await fetchFirst(box, access);
  for (let more = true; more;) {
    const page = await fetchChanges(access, versionOf(box));
    merge(box, access, page.changes);
    more = page.more && page.changes.length > 0;
  }
}

/** Fetches the route whole: estimates follow from the time of day, which no entry of the feed tells. */
export async function refresh(box: Box, access: Access): Promise<void> {
  const route = await fetchRoute(access);
  keep(box, access, (copy) => withRoute(copy, route));
}

/** Takes entries of the feed into the copy. */
export function merge(box: Box, access: Access, changes: readonly FeedChange[]): void {
  keep(box, access, (copy) => copy && withChanges(copy, changes));
}

export function versionOf(box: Box): number {
  return box.get().kept.copy?.route.version ?? 0;
}

/** The route as it is and, replayed from its feed, where its parcels were before. */
async function fetchFirst(box: Box, access: Access): Promise<void> {
  const route = await fetchRoute(access);
  let replayed = beforeFeed(route);
  for (let more = true; more;) {
    const page = await fetchChanges(access, replayed.route.version);
    replayed = withChanges(replayed, page.changes);
    more = page.more && page.changes.length > 0;
  }
  keep(box, access, () => withRoute(replayed, route));
}

/** Keeps a copy, unless another QR code was scanned while it was fetched. */
function keep(box: Box, access: Access, next: (copy: RouteCopy | null) => RouteCopy | null): void {
  box.changeKept((kept) => {
    if (kept.access?.token !== access.token) return kept;
    const copy = next(kept.copy);
    return copy === null || copy === kept.copy ? kept : withCopy(kept, copy);
  });
}
