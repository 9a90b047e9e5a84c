// Which build this is ('0.1.0+commit'), set when it is built.

declare const __BUILD__: string

export const build: string = __BUILD__
