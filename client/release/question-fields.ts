import type { WardQuestion } from '../../shared/scenario/ward-question.ts';
import type { TeamSearch } from './search.ts';

/** What every group of fields gets: the address, the question it asks, and how to change the address. */
export type QuestionFieldsProps = {
  readonly search: TeamSearch;
  readonly question: WardQuestion;
  readonly onChange: (patch: Partial<TeamSearch>) => void;
};
