SELECT
  page,
  COUNT(*) AS view_count,
  COUNT(DISTINCT user_id) AS unique_users,
  TUMBLE_START(event_time, INTERVAL '1' MINUTE) AS window_start,
  TUMBLE_END(event_time, INTERVAL '1' MINUTE) AS window_end
FROM clickstream
WHERE action = 'view'
GROUP BY
  page,
  TUMBLE(event_time, INTERVAL '1' MINUTE)
