/** A command could not do what was asked; the message is a sentence for the person at the keyboard. */
export class CommandFailed extends Error {}
