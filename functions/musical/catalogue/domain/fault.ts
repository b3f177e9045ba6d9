/** What is wrong with what the box office sent. `pointer` is a JSON pointer to the member, `detail` a sentence. */
export type Fault = { readonly pointer: string; readonly detail: string };
