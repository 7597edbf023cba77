-- What an article says to those who write English: all three, or none.

alter table articles
    add column english_title text,
    add column english_questions text[],
    add column english_answer text,
    add constraint articles_english check (
        (english_title is null) = (english_answer is null) and (english_title is null) = (english_questions is null));
