/** What is wrong with what the box office sent: a JSON pointer to the member, and a sentence. */
export type Fault = { readonly pointer: string; readonly detail: string };
