/** Posts JSON to a path of the browser host, with the session's token. */
export type Post = (path: string, body: unknown) => Promise<Response>
