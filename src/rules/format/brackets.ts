import { Lexer } from 'yaml';

/** Lists in brackets without the spaces inside that the writer puts there: `[25%, 40]`. Text and comments stay as they are. */
export function closeBrackets(yaml: string): string {
  const lexemes = [...new Lexer().lex(yaml)].filter((lexeme) => !isMark(lexeme));
  return lexemes
    .filter((lexeme, index) => lexeme !== ' ' || (lexemes[index - 1] !== '[' && lexemes[index + 1] !== ']'))
    .join('');
}

/** The lexer marks where documents, scalars and flow collections begin or end with characters that no text of ours holds. */
const isMark = (lexeme: string): boolean => lexeme === '\u0002' || lexeme === '\u0018' || lexeme === '\u001f';
