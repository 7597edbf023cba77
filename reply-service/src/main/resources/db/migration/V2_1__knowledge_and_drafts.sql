-- The knowledge base, and what a draft was made of.

create table articles (
    agency       text not null,
    article_id   text not null,
    version      integer not null default 1,
    -- draft, published, retired
    state        text not null,
    unit         text,
    title        text not null,
    topics       text[] not null,
    questions    text[] not null,
    answer       text not null,
    valid_from   date not null,
    valid_until  date,
    source       text not null,
    changed_by   text not null,
    changed_at   timestamptz not null,
    primary key (agency, article_id)
);

-- Rises with each change of an agency's articles, in the change's own transaction: by it every instance sees that its
-- index is old without reading the articles.
create table knowledge_revisions (
    agency    text primary key,
    revision  bigint not null
);

-- What the composer made of a turn, beside the reply that has its text. No foreign key: both are written in one batch.
create table drafts (
    reply_id     uuid primary key,
    agency       text not null,
    -- ready, needs-detail, needs-person
    outcome      text not null,
    -- why a person must look; empty when none must
    reason       text not null,
    -- the slots that the text asks for
    asks         text[] not null,
    -- the articles that it quotes, as JSON
    sources      text not null,
    -- whose words: local, or the model that reworded them
    composer     text not null default 'local',
    -- the text as it was composed: a model may only replace what nobody has touched since
    text_hash    text not null,
    composed_at  timestamptz not null,
    -- when a model was last asked to reword it; absent while none was
    asked_at     timestamptz
);
create index drafts_unasked on drafts (composed_at) where asked_at is null and sources <> '[]';
