/** Version of the model: stored with every result and printed in every answer, so that a result can be replayed. */
export const engineVersion = '0.3.0';
