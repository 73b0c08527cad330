# syntax=docker/dockerfile:1
FROM node:24-slim AS build
WORKDIR /app
# better-sqlite3 compiles where no ready binary fits.
RUN apt-get update \
 && apt-get install --yes --no-install-recommends python3 make g++ \
 && rm -rf /var/lib/apt/lists/*
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm run build && npm prune --omit=dev

FROM node:24-slim
ENV NODE_ENV=production \
    KLOPT_HOST=0.0.0.0 \
    KLOPT_METRICS_HOST=0.0.0.0
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
# The only place that is written to; the rest may be mounted read-only.
RUN mkdir data && chown 10001:10001 data
VOLUME /app/data
# By number, so that Kubernetes can see that it is not root.
USER 10001:10001
EXPOSE 3000 9464
HEALTHCHECK --interval=10s --timeout=3s --start-period=10s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.KLOPT_PORT || 3000}/health/ready`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# node itself is process 1, so that SIGTERM reaches it and it drains.
CMD ["node", "dist/src/main.js"]
