declare module '@11ty/eleventy' {
  /** The little of it that the benchmark uses; the package brings no types. */
  export default class Eleventy {
    constructor(
      input: string,
      output: string,
      options: {
        quietMode: boolean
        config: (config: {
          addGlobalData: (name: string, value: unknown) => void
          addTemplate: (name: string, content: string, data: object) => void
        }) => void
      },
    )
    write(): Promise<unknown>
  }
}
