/** What the seed needs to write structured text: plain lines to blocks, blocks to the editor's document. */
export { lexicalFromBody } from './lexical.ts'
export { bodyFromText } from './plain-text.ts'
