/** Something only the person who starts the server can put right. The message says what to do; no stack is shown. */
export class SetupError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'SetupError';
  }
}
