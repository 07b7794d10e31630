import type { StatementFields } from '../../shared/evidence/statement.ts';

/** A held question without what only the database knows of it. */
export function fieldsOf(statement: StatementFields): StatementFields {
  const { code, theme, standing, text, facts, decisions, gaps } = statement;
  return { code, theme, standing, text, facts, decisions, gaps };
}
