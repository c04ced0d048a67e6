/** The part of autocannon 9 that the measurements use; the package ships no types. Source: its README, "API". */
declare module 'autocannon' {
  function autocannon(options: autocannon.Options): Promise<autocannon.Result>;
  namespace autocannon {
    type Request = { method: string; path: string; headers: Record<string, string>; body?: string };
    type Client = {
      /** What is sent from now on, again and again. (`setRequest` would change the next one only.) */
      setRequests(requests: Request[]): void;
      on(event: 'response', listener: (statusCode: number, bytes: number, milliseconds: number) => void): void;
    };
    type Options = {
      url: string;
      method?: string;
      headers?: Record<string, string>;
      body?: string;
      connections?: number;
      /** Seconds. */
      duration?: number;
      setupClient?: (client: Client) => void;
    };
    type Result = { duration: number; errors: number; non2xx: number; '2xx': number; requests: { total: number } };
  }
  export = autocannon;
}
