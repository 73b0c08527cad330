/** Endpoints with this tag are pages for people, and stand in no description of the API. */
export const pagesTag = 'pages';
