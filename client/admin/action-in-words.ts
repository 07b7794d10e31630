/** An action of the audit log in words: "trust.replaceWithOurData" is "Trust: replace with our data". */
export function actionInWords(action: string): string {
  const [feature = '', verb = ''] = action.split('.');
  const words = (text: string): string =>
    text
      .replace(/[-_]/g, ' ')
      .replace(/([a-z])([A-Z])/g, '$1 $2')
      .toLowerCase();
  const start = words(feature);
  const named = start.charAt(0).toUpperCase() + start.slice(1);
  return verb === '' ? named : `${named}: ${words(verb)}`;
}
