/** The system cannot start, and the message is all a person needs to know. */
export class StartError extends Error {}
