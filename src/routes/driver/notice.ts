import { announcementOf } from './announcement';
import type { Attention } from './attention';
import type { Box } from './box';
import { languageFor, textsIn } from './texts';

/** Says what changed on the route, aloud and by sound, once. */
export function createNotice(box: Box, attention: Attention): () => void {
  let known = box.get().kept.copy?.route ?? null;
  return () => {
    const { copy, settings } = box.get().kept;
    const before = known;
    known = copy?.route ?? null;
    if (copy === null || copy.route === before) return;
    const texts = textsIn(languageFor(settings.language, navigator.language));
    const said = announcementOf(before?.id === copy.route.id ? before : null, copy.route, texts);
    if (said === null) return;
    attention.call();
    box.change((model) => ({ ...model, said }));
  };
}
