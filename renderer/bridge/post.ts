/** Posts to a path of the browser host, with the session's token: bytes as they are, anything else as JSON. */
export type Post = (path: string, body: unknown) => Promise<Response>
