import express from 'express';
import { serveForParent } from './report-to-parent';

const app = express();
app.post('/v1/echo', express.json(), (request, response) => {
  response.json(request.body);
});
serveForParent(app);
