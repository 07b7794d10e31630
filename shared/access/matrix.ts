import { allRights, can, worksWithinDivisions } from './rights.ts';
import { roleNames, roles } from './roles.ts';

/** Who may ask what, as a table in Markdown: the written matrix of docs/access.md. */
export function accessMatrix(): string {
  const headings = ['Asks for', ...roles.map((role) => roleNames[role]), 'Within divisions'];
  const rows = allRights.map((right) => [
    `\`${right}\``,
    ...roles.map((role) => (can(role, right) ? 'yes' : '')),
    worksWithinDivisions(right) ? 'yes' : '',
  ]);
  return [headings, headings.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
