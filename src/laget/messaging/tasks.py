"""Jobs of a worker that was killed are taken up again."""

from procrastinate.contrib.django import app

SILENT = 60  # seconds without a heartbeat


@app.periodic(cron="* * * * *")
@app.task(name="retry_stalled", queueing_lock="retry_stalled", pass_context=False)
async def retry_stalled(timestamp: int = 0) -> None:
    """Every job may run twice, so what was begun and never ended is run again."""
    jobs = app.job_manager
    for job in await jobs.get_stalled_jobs(seconds_since_heartbeat=SILENT):
        await jobs.retry_job(job)
