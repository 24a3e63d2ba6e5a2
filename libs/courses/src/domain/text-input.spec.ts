import { faultsOfText } from './text-input.js';

const answer = (text: string, isRight = false) => ({ text, isRight });

describe('a text as an author writes it', () => {
  it('needs a title of one line; an empty text below it is one', () => {
    expect(faultsOfText({ title: 'A', markdown: '' })).toEqual([]);
    expect(faultsOfText({ title: ' \n', markdown: '' }).map(({ reason }) => reason)).toEqual(['value.missing', 'text.one-line']);
  });

  it('needs a right answer for each question, and names every fault with its place', () => {
    const questions = [{ text: 'Q', answers: [answer('a', true), answer('b')] }, { text: '', answers: [answer(''), answer('b')] }, { text: 'Q', answers: [answer('a', true)] }];
    expect(faultsOfText({ title: 'Quiz', markdown: '', questions })).toEqual([
      { field: 'questions.1.text', reason: 'value.missing' },
      { field: 'questions.1.answers', reason: 'question.no-right-answer' },
      { field: 'questions.1.answers.0.text', reason: 'value.missing' },
      { field: 'questions.2.answers', reason: 'question.too-few-answers' },
    ]);
  });
});
