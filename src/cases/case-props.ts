import type { Looking } from '../http/pages';
import type { CasePageWords } from './case-page-words';
import type { CaseView } from './case-view';

/** All that a part of the page is made of. */
export interface CaseProps {
  view: CaseView;
  words: CasePageWords;
  looking: Looking;
  /** Where the forms of this page are sent to. */
  path: string;
  /** Made anew with each page: what is sent twice is done once. */
  formKey: string;
  /** Another text as soon as the page would show something else. */
  mark: string;
  tilesUrl: string;
}
